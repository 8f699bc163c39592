import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Commit {
  readonly id: string
  readonly subject: string
}

/** The commits of a repository after `base`, without merges; or, as a sentence, why they cannot be read. */
export const commitsSince = async (root: string, base: string): Promise<readonly Commit[] | string> => {
  const git = async (...args: string[]): Promise<string | null> =>
    run('git', ['-C', root, ...args], { maxBuffer: 64 * 1024 * 1024 }).then(
      ({ stdout }) => stdout,
      () => null,
    )
  const top = await git('rev-parse', '--show-toplevel')
  if (top === null) return 'there is no git history here'
  if ((await git('merge-base', '--is-ancestor', base, 'HEAD')) === null)
    return `the history here does not reach back to ${base.slice(0, 7)}`
  const log = (await git('log', '--no-merges', '--format=%h%x09%s', `${base}..HEAD`)) ?? ''
  return log
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id = '', ...subject] = line.split('\t')
      return { id, subject: subject.join('\t') }
    })
}
