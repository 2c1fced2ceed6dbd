"""Prove every fix by itself: apply it, check again, and compare; then all of a file together.

    python scripts/prove_fixes.py samples/*/*.* ../shared/corpus/notes/*.txt

For each fix: its own finding is gone, there is no new one, and the file is the old one to the byte but for the words
that the fix replaces. For each file: with all fixes made, a second run finds nothing to do. Prints what was counted
and every fix that was left, by its rule, its note and its reason; exits 1 where a fix that was made is wrong.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from citelint.config import Config
from citelint.fix import offers, plan
from citelint.mend import Wanted, mend
from citelint.model.diagnostic import Diagnostic
from citelint.model.mending import Offer
from citelint.model.run import FileResult
from citelint.pipeline import check

CONFIG = Config()


def keys(result: FileResult) -> Counter[tuple[str, str | None]]:
    """Count the findings, headlines left out, by rule and note."""
    return Counter((d.code, result.label(d.note)) for d in result.diagnostics if not d.members)


def edited(result: FileResult, offer: Offer) -> list[bytes]:
    """Give the file with the changes of an offer spliced in by hand, at its first place and at its second."""
    assert result.source is not None
    made = []
    for mend_ in plan(result.source, [offer]).mends:
        for splices in filter(None, (mend_.splices, mend_.otherwise)):
            text = result.source.parts[0].text
            for one in sorted(set(splices), reverse=True):
                text = text[: one.span.start] + one.text + text[one.span.end :]
            made.append(text.encode())
    return made


def faults_of_one(data: bytes, name: str, before: FileResult, offer: Offer) -> tuple[list[str], str]:
    """Give what is wrong with one fix, and why it was left where it was."""
    target = offer.finding

    def same(finding: Diagnostic) -> bool:
        return (finding.code, finding.note, finding.span) == (target.code, target.note, target.span)

    first = True

    def among(result: FileResult, one: Offer) -> bool:
        # positions move with the fix: only the first look is at the file as it stands
        return first and same(one.finding)

    mended = mend(data, name, CONFIG, Wanted(among))
    first = False
    if not mended.taken:
        return [], next((left.why for left in mended.left), "not offered")
    faults = []
    after = keys(check(mended.mended, name, CONFIG))
    key = (target.code, before.label(target.note))
    if after[key] >= keys(before)[key]:
        faults.append("its finding is still there")
    if new := after - keys(before):
        faults.append(f"new: {dict(new)}")
    if mended.mended not in edited(before, offer):
        faults.append("the rest is not byte-identical")
    return faults, ""


def main(paths: list[str]) -> int:
    count: Counter[str] = Counter()
    for path in paths:
        data = Path(path).read_bytes()
        before = check(data, path, CONFIG)
        if before.error:
            print(f"{path}: {before.error}")
            continue
        count["files"] += 1
        count["findings"] += sum(not d.members for d in before.diagnostics)
        for offer in offers(before.diagnostics):
            count["fixes"] += 1
            faults, left = faults_of_one(data, path, before, offer)
            count["left" if left else "wrong" if faults else "proved"] += 1
            for what in (*faults, *([f"left, {left}"] if left else [])):
                print(f"{path}: note {before.label(offer.finding.note)}: {offer.finding.code}: {what}")
        together = mend(data, path, CONFIG)
        count["taken together"] += len(together.taken)
        again = mend(together.mended, path, CONFIG)
        if again.taken or again.mended != together.mended:
            count["wrong"] += 1
            print(f"{path}: a second run does something")
    print(", ".join(f"{number:,} {what}" for what, number in count.items()))
    return 1 if count["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
