"""What can be seen of a line and of its neighbours: the columns of the body model.

Every column is something a reader could check by eye. Nothing looks at blank lines: some ways of
flattening a page leave none, others double them.
"""

from collections.abc import Sequence

import numpy as np

from twosource.intake.flat.features.around import AROUND, around, near
from twosource.intake.flat.features.columns import Table
from twosource.intake.flat.features.line import LINE, by_themselves
from twosource.intake.flat.features.place import PAGE, of_the_page

__all__ = ["COLUMNS", "Table", "table"]

COLUMNS = (*LINE, *AROUND, *PAGE)


def table(texts: Sequence[str]) -> Table:
    """The features of the lines of one page: `len(texts)` rows, one column per name in COLUMNS."""
    if not texts:
        return np.zeros((0, len(COLUMNS)), dtype=np.float32)
    own = by_themselves(texts)
    columns = [own, *around(own), *near(own), *of_the_page(texts, own)]
    return np.column_stack(columns).astype(np.float32)
