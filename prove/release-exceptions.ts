import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ControlException } from '../packages/reference-server/src/cli/report/evidence.ts'

export const exceptionsPath = 'prove/release-exceptions.json'

/** Members of an exception, and what is wrong with a value. */
const members: Readonly<Record<keyof ControlException, (value: string) => string | null>> = {
  control: (value) => (/^C\d\d$/.test(value) ? null : 'Name a control such as C24.'),
  owner: (value) => (value.trim().length >= 3 ? null : 'Name the role or the team that answers for it.'),
  reason: (value) => (value.trim().length >= 20 ? null : 'Say in a sentence why the release goes without it.'),
  expires: (value) => (isDay(value) ? null : 'Give its last day, such as 2027-03-31.'),
}

const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)

/** The exceptions of the next release, each complete. Throws an error that names the entry, the member and the remedy. */
export const readExceptions = async (root: string): Promise<readonly ControlException[]> => {
  const text = await readFile(join(root, exceptionsPath), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  const entries = JSON.parse(text) as unknown
  if (!Array.isArray(entries)) throw new Error(`${exceptionsPath} is a list of exceptions.`)
  const seen = new Set<string>()
  return entries.map((entry: unknown, at) => {
    const value = (typeof entry === 'object' && entry !== null ? entry : {}) as Readonly<Record<string, unknown>>
    const fault = (member: string, remedy: string): Error =>
      new Error(`${exceptionsPath}, entry ${at + 1}, ${member}: ${remedy}`)
    for (const [member, remedyOf] of Object.entries(members)) {
      const given = value[member]
      const remedy = remedyOf(typeof given === 'string' ? given : '')
      if (remedy !== null) throw fault(member, remedy)
    }
    const more = Object.keys(value).find((member) => !Object.hasOwn(members, member))
    if (more !== undefined) throw fault(more, 'An exception has no such member.')
    const exception = value as unknown as ControlException
    if (seen.has(exception.control)) throw fault('control', 'It has an exception already.')
    seen.add(exception.control)
    return exception
  })
}
