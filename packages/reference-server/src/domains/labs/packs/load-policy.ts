import { readFile } from 'node:fs/promises'
import { requireValidLabsPolicy, type LabsPolicy } from '../model/labs-policy.ts'

const shipped = new URL('../../../../packs/policy/labs.json', import.meta.url)

export const loadLabsPolicy = async (file: URL = shipped): Promise<LabsPolicy> =>
  requireValidLabsPolicy(JSON.parse(await readFile(file, 'utf8')) as LabsPolicy)
