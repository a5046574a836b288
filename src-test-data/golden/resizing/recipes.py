"""Prints the CRC-32 of what the papers' code makes of one picture: bytes, channel planes first.

Needs pillow, opencv-python-headless and numpy. The steps are those of the sources that the recipes name.
"""
import zlib

import cv2
import numpy as np
from PIL import Image


def picture(height, width):
    rows, columns = np.mgrid[0:height, 0:width]
    planes = [rows * 7 + columns * 3, rows * columns // 5, rows ^ columns]
    return (np.stack(planes, axis=2) % 256).astype(np.uint8)


def crc(image):
    planes = image[None] if image.ndim == 2 else image.transpose(2, 0, 1)
    return "%08x" % zlib.crc32(np.ascontiguousarray(planes).tobytes())


def infogancr(image):
    top, left = (image.shape[0] - 128) // 2, (image.shape[1] - 128) // 2
    return cv2.resize(image[top:top + 128, left:left + 128], (32, 32))


def squash(size, how):
    return lambda image: np.array(Image.fromarray(image).resize((size, size), how))


def oogan(image):
    big = Image.fromarray(image).resize((73, 73), Image.Resampling.BILINEAR)
    at = int(round((73 - 64) / 2.0))
    return np.array(big.crop((at, at, at + 64, at + 64)))


def thumbnail(image):
    small = Image.fromarray(image)
    small.thumbnail((64, 64), Image.Resampling.LANCZOS)
    return np.array(small)


face, chair, car, toy, digit = (
    picture(218, 178), picture(600, 600), picture(128, 128), picture(96, 96)[:, :, 0], picture(28, 28)[:, :, 0])
for name, image, how in [
    ("celeba-infogancr", face, infogancr),
    ("celeba-factorvae", face, squash(64, Image.Resampling.BILINEAR)),
    ("chairs-factorvae", chair, squash(64, Image.Resampling.BILINEAR)),
    ("celeba-oogan", face, oogan),
    ("cars3d-disentanglement-lib", car, thumbnail),
    ("smallnorb-disentanglement-lib", toy, squash(64, Image.Resampling.LANCZOS)),
    ("celeba-disentangling-vae", face, squash(64, Image.Resampling.LANCZOS)),
    ("mnist-disentangling-vae", digit, squash(32, Image.Resampling.BILINEAR)),
]:
    print(name, *image.shape[:2], crc(how(image)))
