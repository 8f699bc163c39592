import { hasLightDark } from '../core/styles/light-dark.ts'
import { withoutLightDark } from '../core/styles/without-light-dark.ts'

/** WCAG 2.2, 1.4.3: text against its background. */
export const MINIMUM_CONTRAST = 4.5

type Rgb = readonly [number, number, number]

const parse = (hex: string): Rgb | null => {
  if (!/^#[0-9a-f]{6}$/i.test(hex.trim())) return null
  const number = Number.parseInt(hex.trim().slice(1), 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

const toHex = (color: Rgb): string =>
  `#${color.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

const mix = (from: Rgb, to: Rgb, share: number): Rgb => {
  const at = (index: 0 | 1 | 2): number => from[index] + (to[index] - from[index]) * share
  return [at(0), at(1), at(2)]
}

/** Relative luminance, WCAG 2.2 definition. */
const luminance = (color: Rgb): number => {
  const [r, g, b] = color.map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of two `#rrggbb` colors, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [a, b] = [parse(one), parse(other)]
  return a && b ? ratio(a, b) : 1
}

const ratio = (a: Rgb, b: Rgb): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]
const INK: Rgb = [21, 35, 45]
const LIGHT_CANVAS: Rgb = [244, 247, 248]
const DARK_SURFACE: Rgb = [23, 35, 43]

/** Moves a color toward `end` in small steps until it is readable on each background. */
const readableOn = (color: Rgb, end: Rgb, backgrounds: (candidate: Rgb) => readonly Rgb[]): Rgb => {
  for (let step = 0; step <= 50; step++) {
    const candidate = mix(color, end, step / 50)
    if (backgrounds(candidate).every((background) => ratio(candidate, background) >= MINIMUM_CONTRAST)) return candidate
  }
  return end
}

export interface BrandTheme {
  /** Custom properties and their values, each for light and dark. */
  readonly properties: Readonly<Record<string, string>>
  /** The accent was not readable, so another shade of it is used for light pages. */
  readonly adjustedTo: string | null
}

/**
 * All accent colors of the theme for a brand's color, readable in light and dark. An unreadable color is darkened or lightened until it is
 * readable. Returns null for an invalid color, and the default theme is used.
 */
export const brandTheme = (accentColor: string): BrandTheme | null => {
  const given = parse(accentColor)
  if (!given) return null
  const lightWeak = (color: Rgb): Rgb => mix(color, WHITE, 0.89)
  const darkWeak = (color: Rgb): Rgb => mix(color, DARK_SURFACE, 0.82)
  const light = readableOn(given, BLACK, (color) => [WHITE, LIGHT_CANVAS, lightWeak(color)])
  const dark = readableOn(given, WHITE, (color) => [DARK_SURFACE, darkWeak(color), INK])
  const darkInk = readableOn(mix(dark, BLACK, 0.7), BLACK, () => [dark])
  const both = (a: Rgb, b: Rgb): string => `light-dark(${toHex(a)}, ${toHex(b)})`
  return {
    properties: {
      '--visit-color-accent': both(light, dark),
      '--visit-color-accent-ink': both(WHITE, darkInk),
      '--visit-color-accent-weak': both(lightWeak(light), darkWeak(dark)),
    },
    adjustedTo: toHex(light) === accentColor.trim().toLowerCase() ? null : toHex(light),
  }
}

/** The style rule of a brand, with a console warning when its color was changed or refused. */
export const brandRule = (accentColor: string): string => {
  const theme = brandTheme(accentColor)
  if (!theme) {
    console.warn(`Visitkit: the brand color "${accentColor}" is not a color like #0a6b70. The default theme stays.`)
    return ''
  }
  if (theme.adjustedTo) {
    console.warn(
      `Visitkit: text on the brand color ${accentColor} would have less contrast than 4.5:1 (WCAG 2.2, 1.4.3). ` +
        `${theme.adjustedTo} is used instead.`,
    )
  }
  const rules = Object.entries(theme.properties).map(([name, value]) => `${name}: ${value};`)
  const rule = `:host { ${rules.join(' ')} }`
  return hasLightDark ? rule : withoutLightDark(rule)
}
