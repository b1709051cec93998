// Draws pictures to show Wharf with: soft gradients as PNG files, made with Node alone.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

/** @typedef {readonly [number, number, number]} Colour */
/** @typedef {{ name: string, sky: Colour, ground: Colour, sun: Colour, sunAt: readonly [number, number] }} Scene */

/** @type {readonly Scene[]} */
export const scenes = [
  {
    name: 'harbour-dawn.png',
    sky: [255, 186, 140],
    ground: [72, 61, 139],
    sun: [255, 244, 214],
    sunAt: [0.7, 0.55],
  },
  {
    name: 'north-sea.png',
    sky: [135, 196, 222],
    ground: [16, 66, 94],
    sun: [255, 255, 245],
    sunAt: [0.3, 0.25],
  },
  {
    name: 'meadow.png',
    sky: [190, 228, 255],
    ground: [66, 140, 82],
    sun: [255, 247, 180],
    sunAt: [0.8, 0.2],
  },
  {
    name: 'dune evening.png',
    sky: [94, 70, 120],
    ground: [226, 160, 98],
    sun: [255, 214, 130],
    sunAt: [0.45, 0.5],
  },
  { name: 'aurora.png', sky: [18, 28, 64], ground: [38, 168, 140], sun: [190, 255, 226], sunAt: [0.55, 0.8] },
  {
    name: 'coral.png',
    sky: [255, 138, 128],
    ground: [120, 36, 84],
    sun: [255, 224, 200],
    sunAt: [0.25, 0.6],
  },
]

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** @param {Scene} scene @param {number} x from 0 to 1 @param {number} y from 0 to 1 @returns {Colour} */
function colourAt({ sky, ground, sun, sunAt }, x, y) {
  const horizon = 0.62 + 0.05 * Math.sin(x * 7) + 0.03 * Math.sin(x * 17 + 1)
  const depth = Math.min(1, Math.max(0, (y - horizon) * 14 + 0.5)) * 0.75 + y * 0.25
  const glow = Math.exp(-((x - sunAt[0]) ** 2 + (y - sunAt[1]) ** 2) * 22) * (1 - depth * 0.7)
  const blend = (/** @type {0 | 1 | 2} */ channel) => {
    const base = sky[channel] * (1 - depth) + ground[channel] * depth
    return Math.round(base * (1 - glow) + sun[channel] * glow)
  }
  return [blend(0), blend(1), blend(2)]
}

/** @param {Scene} scene @param {number} width @param {number} height */
export function drawPng(scene, width, height) {
  const rowBytes = 1 + width * 3
  const pixels = Buffer.alloc(rowBytes * height)
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1)
      pixels.set(colourAt(scene, column / width, row / height), row * rowBytes + 1 + column * 3)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * @param {string} folder is made where it is missing
 * @returns {Promise<string[]>} the paths of the pictures
 */
export async function writeSamplePictures(folder) {
  await mkdir(folder, { recursive: true })
  return Promise.all(
    scenes.map(async (scene) => {
      const path = join(folder, scene.name)
      await writeFile(path, drawPng(scene, 960, 640))
      return path
    }),
  )
}
