import { readFile } from 'node:fs/promises'
import type { MinorConsentRule } from '../model/sensitivity.ts'

const shipped = new URL('../../../../../packs/policy/minor-consent.json', import.meta.url)

/** Throws for a rule without a source, or with an age that is none: counsel checks each rule in its source. */
export const loadMinorConsent = async (file: URL = shipped): Promise<readonly MinorConsentRule[]> => {
  const { rules } = JSON.parse(await readFile(file, 'utf8')) as { readonly rules: readonly MinorConsentRule[] }
  for (const { state, care, fromAge, source } of rules)
    if (!(Number.isInteger(fromAge) && fromAge >= 0 && fromAge < 18) || source === '')
      throw new Error(`The rule of minor-consent.json for ${care} in ${state} needs an age below 18 and a source.`)
  return rules
}
