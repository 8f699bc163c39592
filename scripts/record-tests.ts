import { join, relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { changedFiles } from '../prove/changed-since.ts'
import { addRun, type RecordedRun, type TestState } from '../prove/test-record.ts'

const root = join(import.meta.dirname, '..')

/**
 * Records of each test file which tests passed, at which commit and when: what the report of controls is made from. Outside a repository
 * no result is known to be of any commit, so none is recorded.
 */
export const recordTests = (folder: string = root): Reporter => {
  let began: Omit<RecordedRun, 'project'> | null = null
  return {
    onTestRunStart: async () => {
      const at = `${new Date().toISOString().slice(0, 19)}Z`
      const { commit, since } = await changedFiles(folder)
      began = commit === null ? null : { commit, at, uncommitted: (await since(commit))?.length ?? 0 }
    },
    onTestRunEnd: async (modules) => {
      showSecondTries(modules)
      if (began === null) return
      for (const [project, ran] of Map.groupBy(modules, projectOf)) {
        const id = `${project}-${began.at.replaceAll(/[-:]/g, '')}-${began.commit.slice(0, 10)}`
        await addRun(folder, id, { project, ...began }, statesOf(ran, folder))
      }
    },
  }
}

/** A test that passed at its second try is a fault to look for, in the test or in what it shows. */
const showSecondTries = (modules: readonly TestModule[]): void => {
  for (const module of modules)
    for (const test of module.children.allTests())
      if (test.diagnostic()?.flaky)
        console.log(`Passed only at a second try: ${module.relativeModuleId} > ${test.fullName}\n  ${firstFault(test)}`)
}

const firstFault = (test: TestCase): string => {
  const [fault] = test.result().errors ?? []
  return fault
    ? [fault.message, ...(fault.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [])].join('\n  ')
    : 'no fault'
}

/** The elements have a project for each browser: `elements (chromium)`. */
const projectOf = ({ project }: TestModule): string => /^\w+/.exec(project.name)?.[0] ?? 'tests'

const statesOf = (
  modules: readonly TestModule[],
  folder: string,
): Readonly<Record<string, Readonly<Record<string, TestState>>>> =>
  Object.fromEntries(
    modules.map((module) => [relative(folder, module.moduleId).replaceAll('\\', '/'), statesIn(module)]),
  )

const statesIn = (module: TestModule): Readonly<Record<string, TestState>> => {
  const states = new Map<string, TestState>()
  for (const test of module.children.allTests()) {
    const name = test.fullName.replaceAll(' > ', ' ')
    const { state } = test.result()
    // Of several tests with one name, the one that failed counts.
    if (states.get(name) !== 'failed') states.set(name, state === 'pending' ? 'skipped' : state)
  }
  // A file that does not load, or whose setup fails, has no test that failed.
  if (!module.ok() && ![...states.values()].includes('failed')) states.set('the file loads', 'failed')
  return Object.fromEntries(states)
}
