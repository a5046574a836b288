"""Writes cases.json: bytes that Pillow and OpenCV make of small images.

Needs pillow, opencv-python-headless and numpy; the versions used stand in the file.
"""
import json
import sys

import cv2
import numpy as np
import PIL
from PIL import Image

SIZES = [  # height and width before and after, channels
    (128, 128, 32, 32, 1),
    (96, 96, 64, 64, 1),
    (40, 33, 16, 16, 3),
    (21, 30, 20, 7, 3),
    (9, 9, 9, 4, 1),
    (7, 11, 20, 25, 3),
    (16, 16, 8, 8, 1),
    (1, 5, 3, 3, 1),
    (60, 60, 64, 64, 1),
]
random = np.random.default_rng(20)


def picture(number, height, width, channels):
    if number % 3 == 0:
        return random.integers(0, 256, (height, width, channels), dtype=np.uint8)
    if number % 3 == 1:
        return (random.integers(0, 2, (height, width, channels)) * 255).astype(np.uint8)
    rows, columns = np.mgrid[0:height, 0:width]
    ramp = (rows * 7 + columns * 3)[:, :, None] + np.arange(channels) * 40
    return (ramp % 256).astype(np.uint8)


def pillow(image, height, width, how):
    mode = image[:, :, 0] if image.shape[2] == 1 else image
    return np.array(Image.fromarray(mode).resize((width, height), how)).reshape(height, width, -1)


def opencv(image, height, width):
    return cv2.resize(image, (width, height)).reshape(height, width, -1)


def text(image):
    return image.transpose(2, 0, 1).tobytes().hex()


cases = []
for number, (height, width, rows, columns, channels) in enumerate(SIZES):
    image = picture(number, height, width, channels)
    cases.append({
        "from": [channels, height, width],
        "to": [rows, columns],
        "image": text(image),
        "lanczos": text(pillow(image, rows, columns, Image.Resampling.LANCZOS)),
        "bilinear-bytes": text(pillow(image, rows, columns, Image.Resampling.BILINEAR)),
        "bilinear-aliased": text(opencv(image, rows, columns)),
    })
json.dump({"pillow": PIL.__version__, "opencv": cv2.__version__, "cases": cases},
          open(sys.argv[1], "w"), indent=1)
