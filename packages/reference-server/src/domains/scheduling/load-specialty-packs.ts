import { readFileSync, readdirSync } from 'node:fs'
import type { Specialties, SpecialtyPack } from './model/specialty-pack.ts'
import { checkPack } from './model/check-pack.ts'

const packs = new URL('../../../packs/specialty/', import.meta.url)

/** Every pack of the folder that holds on `day` (`YYYY-MM-DD`). Throws, naming pack and property, when one of them is not as it should be. */
export const loadSpecialtyPacks = (day: string, folder: URL = packs): Specialties => {
  const specialties = new Map<string, SpecialtyPack>()
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))) {
    if (!entry.isDirectory()) continue
    const pack = checkPack(JSON.parse(readFileSync(new URL(`${entry.name}/pack.json`, folder), 'utf8')), entry.name)
    if (pack.effectiveFrom <= day && (pack.effectiveTo === null || day < pack.effectiveTo))
      specialties.set(pack.code, pack)
  }
  return specialties
}
