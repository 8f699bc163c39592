import { execFileSync } from 'node:child_process'

/**
 * Sets `TEST_VARIANTS`, unless it is set: the number of the commit, so that each commit runs other variants of a test. `all` runs all, and
 * is also what runs outside a repository. `TEST_SAMPLES` is the same for long lists, of which each commit runs a part; a mutant runs all.
 */
export const chooseVariants = (root: string): void => {
  process.env['TEST_VARIANTS'] ??= commitNumber(root)
  process.env['TEST_SAMPLES'] ??= process.env['TEST_VARIANTS']
}

const commitNumber = (root: string): string => {
  try {
    return execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return 'all'
  }
}
