"""The cite-check workbook: what stands in its tabs, how it is written, and what is carried over from an older one."""
