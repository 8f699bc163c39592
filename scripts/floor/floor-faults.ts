import type { AllowedUse } from './allowed-uses.ts'
import { unreadableLine, type Bundle } from './bundle-for-browsers.ts'
import { findScriptUses } from './find-script-uses.ts'
import { findStyleUses } from './find-style-uses.ts'
import type { Use } from './read-compat.ts'

interface Place {
  readonly use: Use
  /** The source file. */
  readonly file: string
}

/** esbuild writes the name of each file before its text. */
const fileAt = ({ name, text }: Bundle): ((at: number) => string) => {
  const heads = [...text.matchAll(/^\/\/ (\S+\.[jt]s)$/gm)]
  return (at) => heads.findLast(({ index }) => index <= at)?.[1] ?? name
}

const placesIn = (bundle: Bundle): readonly Place[] => {
  const find = bundle.name.endsWith('.css') ? findStyleUses : findScriptUses
  const file = fileAt(bundle)
  return find(bundle.text).map((use) => ({ use, file: file(use.at) }))
}

/** What the bundles use without a browser of the floor having it, other than what is allowed; and what is allowed for nothing. */
export const floorFaults = async (
  bundles: readonly Bundle[],
  allowed: readonly AllowedUse[],
): Promise<readonly string[]> => {
  const places = bundles.flatMap(placesIn)
  const isAt = ({ use, file }: Place, feature: string, end: string) =>
    use.feature.path === feature && file.endsWith(end)
  const entries = allowed.flatMap(({ features, files = [''] }) =>
    features.flatMap((feature) => files.map((end) => ({ feature, end }))),
  )
  const faults = places
    .filter((place) => !entries.some(({ feature, end }) => isAt(place, feature, end)))
    .map(({ use: { feature }, file }) => `${file}: ${feature.path} is not in ${feature.missing.join(', ')}`)
  const unused = entries
    .filter(({ feature, end }) => !places.some((place) => isAt(place, feature, end)))
    .map(({ feature, end }) => `scripts/floor/allowed-uses.ts: ${feature} is not used in ${end || 'any file'}`)
  const scripts = bundles.filter(({ name }) => !name.endsWith('.css'))
  const lines = await Promise.all(scripts.map(unreadableLine))
  const syntax = lines.flatMap((line, index) =>
    line === null ? [] : [`${scripts[index]?.name}: a browser cannot read the syntax of: ${line.trim()}`],
  )
  return [...new Set([...faults, ...unused, ...syntax])]
}
