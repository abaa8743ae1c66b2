"""Dates with uncertainty: EDTF values, what people type, a source's own words for a day."""
