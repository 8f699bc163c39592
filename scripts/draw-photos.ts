import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'
import { findBrowser } from './find-browser.ts'
import { drawPerson, drawnClinician, type DrawnPerson } from './pictures/draw-person.ts'

/** Draws the photos of the demo's clinicians: `node scripts/draw-photos.ts`. */
const folder = resolve(import.meta.dirname, '../examples/portal/people/photos')

const clinicians: Readonly<Record<string, Partial<DrawnPerson>>> = {
  'grace.oyelaran': {},
  'maya.okafor': { skin: '#6b4030', hair: '#241712', clothes: '#8a4f6d', longHair: true },
  'tomas.lindqvist': { skin: '#f0c9a8', hair: '#c9a25e', clothes: '#3d5f8a' },
  'priya.raman': { skin: '#b27a52', hair: '#1b1210', clothes: '#a8612f', coat: false, longHair: true },
  'elif.aydin': { skin: '#e3b48f', hair: '#4a2d1e', clothes: '#4f7d55', longHair: true },
  'ben.carraway': { skin: '#e8bd9c', hair: '#6d6a67', clothes: '#54616e' },
}

await mkdir(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: await findBrowser() })
const page = await browser.newPage({ viewport: { width: 640, height: 480 } })
for (const [username, person] of Object.entries(clinicians)) {
  await page.setContent(`<body style="margin:0">${drawPerson({ ...drawnClinician, ...person }, 0, false, 0.2)}</body>`)
  await page.screenshot({
    path: join(folder, `${username}.jpg`),
    type: 'jpeg',
    quality: 80,
    clip: { x: 170, y: 70, width: 300, height: 300 },
  })
}
await browser.close()
