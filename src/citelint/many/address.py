"""Where a cluster is, and whether manuscripts may go there."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Self
from urllib.parse import urlsplit

_CERTIFICATES = {"tls_ca_file": "CA_FILE", "tls_client_cert": "CLIENT__CERT", "tls_client_key": "CLIENT__KEY"}
_SETTING = "DASK_DISTRIBUTED__COMM__TLS__"


class NoCluster(Exception):
    """The cluster cannot be used. Its text is one line for a person."""


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a scheduler: `text` as it was given, the scheme and the host."""

    text: str
    scheme: str
    host: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an address. Raises NoCluster for what is none, and for one in clear text on another machine."""
        try:
            parts = urlsplit(text)
            scheme, host, port = parts.scheme, parts.hostname or "", parts.port
        except ValueError:
            scheme, host, port = "", "", None
        if scheme not in ("tcp", "tls") or not host or port is None:
            raise NoCluster(f"{text!r} is no address of a scheduler: write tcp://127.0.0.1:8786 or tls://HOST:PORT")
        if scheme == "tcp" and not is_here(host):
            raise NoCluster(f"{text}: tcp:// goes to this machine alone; elsewhere it takes tls:// and certificates")
        return cls(text, scheme, host)


def is_here(host: str) -> bool:
    """Tell whether a host is this machine, reached over no network."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def certified(distributed: ModuleType, address: Address) -> Any:
    """Give the certificates to use, None for an address that needs none. Raises NoCluster where there are none."""
    if address.scheme != "tls":
        return None
    security = distributed.Security(require_encryption=True)
    for name, setting in _CERTIFICATES.items():
        path = getattr(security, name, None)
        if not path:
            raise NoCluster(f"{address.text}: tls:// needs certificates: {_SETTING}{setting} names no file")
        # a certificate may stand there in full, in place of its path
        if "\n" not in path and not os.path.isfile(path):
            raise NoCluster(f"{address.text}: there is no certificate at {path} ({_SETTING}{setting})")
    return security


def verify_worker(address: Address, worker: str) -> None:
    """Raise NoCluster where a worker of a cluster on this machine is elsewhere: files would go there in clear text."""
    parts = urlsplit(worker)
    if address.scheme == "tcp" and parts.scheme != "tls" and not is_here(parts.hostname or ""):
        raise NoCluster(f"{address.text}: worker {worker} is reached over a network: start it with --host 127.0.0.1")
