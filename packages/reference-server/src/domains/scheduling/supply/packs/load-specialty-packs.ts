import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { requireValidPack, type ValidateShape } from '../model/require-valid-pack.ts'
import type { Specialties, SpecialtyPack } from '../../kernel/model/specialty-pack.ts'

const packs = new URL('../../../../../packs/specialty/', import.meta.url)
/** Compiled on first use: the schema is part of the release. */
let validateShape: ValidateShape | null = null

/** Every pack of the folder in effect on `day` (`YYYY-MM-DD`). Throws an error that names pack and property if one is invalid. */
export const loadSpecialtyPacks = (day: string, folder: URL = packs): Specialties => {
  validateShape ??= compileShape()
  const specialties = new Map<string, SpecialtyPack>()
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))) {
    if (!entry.isDirectory()) continue
    const pack = requireValidPack(
      readPack(new URL(`${entry.name}/pack.json`, folder), entry.name),
      entry.name,
      validateShape,
    )
    if (pack.effectiveFrom <= day && (pack.effectiveTo === null || day < pack.effectiveTo))
      specialties.set(pack.code, pack)
  }
  return specialties
}

const readPack = (file: URL, folder: string): unknown => {
  if (!existsSync(file)) throw new Error(`Specialty pack ${folder} has no pack.json.`)
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Error(`Specialty pack ${folder}: pack.json is not JSON.`, { cause })
  }
}

const compileShape = (): ValidateShape => {
  // Packs contain no PHI, so a fault may quote the failed part of the schema.
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    verbose: true,
  })
  addFormats.default(ajv)
  const fits = ajv.compile(JSON.parse(readFileSync(new URL('pack.schema.json', packs), 'utf8')) as object)
  return (value) => (fits(value) ? [] : (fits.errors ?? []).map(sentenceOf))
}

const sentenceOf = ({ instancePath, keyword, params, message, parentSchema }: ErrorObject): string => {
  const where = instancePath === '' ? 'the pack' : instancePath
  if (keyword === 'required') return `${where} lacks ${params['missingProperty']}.`
  if (keyword === 'additionalProperties') return `${where} has an unknown property ${params['additionalProperty']}.`
  const { description } = parentSchema as { description?: string }
  return `${where} ${message ?? 'is not as it should be'}.${description === undefined ? '' : ` ${description}`}`
}
