#!/bin/sh
# 核稿：提交之前检查暂存的稿件。 hegao checks the copy that is staged.
# {{mark}}
if ! command -v hegao >/dev/null 2>&1; then
	echo "找不到 hegao，稿件没有检查。 hegao isn't on the PATH: the copy wasn't checked." >&2
	exit 1
fi
exec hegao check --staged
