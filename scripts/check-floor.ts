import { globSync, readFileSync } from 'node:fs'
import { allowedUses } from './floor/allowed-uses.ts'
import { bundleForBrowsers } from './floor/bundle-for-browsers.ts'
import { floorFaults } from './floor/floor-faults.ts'

/**
 * Everything that a browser loads works in the oldest browsers that are supported (scripts/floor/floor.ts): the elements, the SDK, Lit and
 * the portal's own pages, by browser-compat-data. What one of them lacks is named in allowed-uses.ts, with what a person sees without it.
 */
const portal = globSync('examples/portal/public/*.{js,css}').map((name) => ({ name, text: readFileSync(name, 'utf8') }))
const bundles = [...(await bundleForBrowsers()), ...portal]
const faults = await floorFaults(bundles, allowedUses)
if (faults.length > 0) {
  console.error(`${faults.join('\n')}\n\n${faults.length} found. The floor is in docs/guides/browsers.md.`)
  process.exit(1)
}
console.log(`${bundles.length} files work in the oldest browsers; ${allowedUses.length} uses are not needed there.`)
