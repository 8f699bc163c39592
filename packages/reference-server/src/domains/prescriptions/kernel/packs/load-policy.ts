import { readFile } from 'node:fs/promises'
import type { PrescribingPolicy } from '../model/prescribing-policy.ts'

const shipped = new URL('../../../../../packs/policy/prescribing.json', import.meta.url)

export const loadPrescribingPolicy = async (file: URL = shipped): Promise<PrescribingPolicy> =>
  JSON.parse(await readFile(file, 'utf8')) as PrescribingPolicy
