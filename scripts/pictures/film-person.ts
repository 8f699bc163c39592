import { writeFile } from 'node:fs/promises'
import type { Browser } from 'playwright'
import { drawPerson, type DrawnPerson } from './draw-person.ts'

const width = 640
const height = 480
const framesPerSecond = 12

/** ITU-R BT.601, studio range: the content of a Y4M file. */
const toPlanes = (rgba: Uint8ClampedArray | readonly number[]): Buffer => {
  const luma = Buffer.alloc(width * height)
  const blue = Buffer.alloc((width * height) / 4)
  const red = Buffer.alloc((width * height) / 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const [r = 0, g = 0, b = 0] = [rgba[at], rgba[at + 1], rgba[at + 2]]
      luma[y * width + x] = 16 + (65.738 * r + 129.057 * g + 25.064 * b) / 256
      if (y % 2 === 0 && x % 2 === 0) {
        const half = (y / 2) * (width / 2) + x / 2
        blue[half] = 128 + (-37.945 * r - 74.494 * g + 112.439 * b) / 256
        red[half] = 128 + (112.439 * r - 94.154 * g - 18.285 * b) / 256
      }
    }
  return Buffer.concat([Buffer.from('FRAME\n'), luma, blue, red])
}

/** Renders two seconds of a drawn person into a file that Chromium uses as a camera (`--use-file-for-fake-video-capture`). */
export const filmPerson = async (browser: Browser, person: DrawnPerson, file: string): Promise<void> => {
  const page = await browser.newPage()
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`)]
  for (let frame = 0; frame < framesPerSecond * 2; frame++) {
    const turn = (frame / (framesPerSecond * 2)) * 2 * Math.PI
    const svg = drawPerson(person, Math.sin(turn), frame === 7 || frame === 8, Math.max(0, Math.sin(turn * 3)) * 0.6)
    const pixels = await page.evaluate(
      async ({ source, w, h }) => {
        const image = new Image()
        image.src = `data:image/svg+xml;utf8,${encodeURIComponent(source)}`
        await image.decode()
        const canvas = new OffscreenCanvas(w, h)
        const context = canvas.getContext('2d')
        if (!context) throw new Error('no canvas')
        context.drawImage(image, 0, 0)
        let text = ''
        const { data } = context.getImageData(0, 0, w, h)
        for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192))
        return btoa(text)
      },
      { source: svg, w: width, h: height },
    )
    parts.push(toPlanes(new Uint8ClampedArray(Buffer.from(pixels, 'base64'))))
  }
  await page.close()
  await writeFile(file, Buffer.concat(parts))
}
