"""Word's own format: an archive of XML parts, told apart by relationships (ECMA-376, ISO/IEC 29500)."""
