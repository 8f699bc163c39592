import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { brandRule, brandTheme, contrast, MINIMUM_CONTRAST } from './brand-theme.ts'

afterEach(() => vi.restoreAllMocks())

const SURFACES = { light: ['#ffffff', '#f4f7f8'], dark: ['#17232b', '#101a21'] } as const

/** `light-dark(#a, #b)` as its two colors. */
const both = (value = ''): { light: string; dark: string } => {
  const [light = '', dark = ''] = value.match(/#[0-9a-f]{6}/g) ?? []
  return { light, dark }
}

test('the buttons and links of any brand color are readable in light and dark', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const color = `#${number.toString(16).padStart(6, '0')}`
      const properties = brandTheme(color)?.properties ?? {}
      const accent = both(properties['--visit-color-accent'])
      const ink = both(properties['--visit-color-accent-ink'])
      const weak = both(properties['--visit-color-accent-weak'])
      for (const scheme of ['light', 'dark'] as const) {
        expect(contrast(ink[scheme], accent[scheme])).toBeGreaterThanOrEqual(MINIMUM_CONTRAST)
        for (const background of [...SURFACES[scheme], weak[scheme]]) {
          expect(contrast(accent[scheme], background)).toBeGreaterThanOrEqual(MINIMUM_CONTRAST - 0.05) // hex rounds once more
        }
      }
    }),
    { numRuns: 2000, seed: 58 },
  )
})

test('a readable color is used unchanged', () => {
  expect(brandTheme('#0a6b70')?.adjustedTo).toBeNull()
  expect(both(brandTheme('#0a6b70')?.properties['--visit-color-accent']).light).toBe('#0a6b70')
})

test('an unreadable color is changed, and the developer gets a warning', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(brandRule('#ffd400')).toContain('--visit-color-accent:')
  expect(warn.mock.calls[0]?.[0]).toContain('#ffd400')
  expect(warn.mock.calls[0]?.[0]).toContain('4.5:1')
})

test('an invalid color is refused and cannot inject a style', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(brandRule('red; } * { display: none')).toBe('')
  expect(warn).toHaveBeenCalledOnce()
})
