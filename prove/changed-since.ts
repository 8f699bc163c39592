import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface ChangedFiles {
  /** Null outside a repository. */
  readonly commit: string | null
  readonly committedAt: string | null
  /** Files that differ from a commit, those that Git does not know yet included. Null: the commit is not in this repository. */
  since(commit: string): Promise<readonly string[] | null>
}

/** What no result depends on: records of results, and texts. */
const isRecordOrText = (file: string): boolean =>
  file === 'prove/last-run.json' || file.startsWith('docs/') || file.startsWith('.changeset/') || file.endsWith('.md')

export const changedFiles = async (root: string): Promise<ChangedFiles> => {
  const git = async (...args: readonly string[]): Promise<readonly string[] | null> => {
    try {
      const { stdout } = await run('git', [...args], { cwd: root, maxBuffer: 64 * 1_024 * 1_024 })
      return stdout.split('\n').filter((line) => line !== '')
    } catch {
      return null
    }
  }
  const [head, added] = await Promise.all([
    git('log', '-1', '--format=%H%n%cd', '--date=format-local:%Y-%m-%dT%H:%M:%SZ'),
    git('ls-files', '--others', '--exclude-standard'),
  ])
  const known = new Map<string, Promise<readonly string[] | null>>()
  const changed = async (commit: string): Promise<readonly string[] | null> => {
    const files = await git('diff', '--no-renames', '--name-only', commit, '--')
    // A file that Git does not know, at the root, is a report that was written there.
    const others = (added ?? []).filter((file) => file.includes('/'))
    return files && [...files, ...others].filter((file) => !isRecordOrText(file))
  }
  return {
    commit: head?.[0] ?? null,
    committedAt: head?.[1] ?? null,
    since: (commit) => {
      const result = known.get(commit) ?? changed(commit)
      known.set(commit, result)
      return result
    },
  }
}
