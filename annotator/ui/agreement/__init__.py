"""The agreement view: how far those who finished the same reports agree, in numbers, plots and cases."""
