import { readFile } from 'node:fs/promises'
import type { RetentionPolicy } from '../model/retention.ts'

const shipped = new URL('../../../../packs/policy/retention.json', import.meta.url)

export const loadRetentionPolicy = async (file: URL = shipped): Promise<RetentionPolicy> =>
  JSON.parse(await readFile(file, 'utf8')) as RetentionPolicy
