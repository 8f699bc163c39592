import { readFile } from 'node:fs/promises'
import type { PrivacyPolicy } from '../model/privacy-policy.ts'

const shipped = new URL('../../../../packs/policy/privacy.json', import.meta.url)

export const loadPrivacyPolicy = async (file: URL = shipped): Promise<PrivacyPolicy> =>
  JSON.parse(await readFile(file, 'utf8')) as PrivacyPolicy
