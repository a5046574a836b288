#!/usr/bin/env bash
# Hugging Face datasets 5.0.1 (pyarrow 25.0.1): the names of class labels in a Parquet footer are dropped
# without a word if the column is `required`.
#
# The footer's key "huggingface" says that `label` is a ClassLabel with names. `load_dataset("parquet", ...)`
# heeds it where the column is `optional`; where the same column with the same values is `required`, which is
# how Spark writes every column that cannot be null (a literal, an id, a column of a case class), the label
# comes back as plain int64, and its names are lost. The Image column beside it keeps its feature. Writers that
# want their labels named have to make all columns nullable first.
#
# Exit code 0: seen again. 1: something changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip -q install datasets==5.0.1 pyarrow==25.0.1 pillow==12.3.0 2>pip.log || { cat pip.log >&2; exit 1; }
cat > probe.py <<'PY'
import io, json
import datasets, pyarrow as pa, pyarrow.parquet as pq
from PIL import Image

png = io.BytesIO()
Image.new("L", (4, 4)).save(png, "PNG")
features = {"image": {"_type": "Image"}, "label": {"names": ["cat", "dog"], "_type": "ClassLabel"}}
footer = {"huggingface": json.dumps({"info": {"features": features}})}
struct = pa.struct([("bytes", pa.binary()), ("path", pa.string())])
for repetition in ("optional", "required"):
    label = pa.field("label", pa.int64(), nullable=repetition == "optional")
    schema = pa.schema([pa.field("image", struct), label], metadata=footer)
    columns = {"image": pa.array([{"bytes": png.getvalue(), "path": "a.png"}], struct), "label": pa.array([1])}
    pq.write_table(pa.table(columns, schema=schema), repetition + ".parquet")
    found = datasets.load_dataset("parquet", data_files=repetition + ".parquet", split="train").features
    print(repetition + ":", type(found["image"]).__name__, found["label"])
PY
HF_HOME="$folder/cache" HF_HUB_OFFLINE=1 venv/bin/python probe.py 2>log | tee seen || { cat log >&2; exit 1; }
cat > expected <<'EXPECTED'
optional: Image ClassLabel(names=['cat', 'dog'])
required: Image Value('int64')
EXPECTED
diff expected seen
