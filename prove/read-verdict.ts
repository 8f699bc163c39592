import type { NamedTest } from './mutant.ts'

/** Vitest's report in JSON, as far as it is read. */
export interface TestReport {
  readonly testResults: readonly {
    /** Path of the test file. */
    readonly name: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages?: readonly string[] | null
    }[]
  }[]
}

/**
 * What the named test says of a mutant. `red`: an assertion failed, in the test that is given. Everything else proves nothing: no test
 * turned red, or something broke before anything was asserted.
 */
export type Verdict =
  | { readonly outcome: 'red'; readonly test: string }
  | { readonly outcome: 'survived' }
  | { readonly outcome: 'broken'; readonly reason: string }

/** What `expect` says of promises and of errors, and properties, fail with an error of another name. */
const isAssertion = (message: string): boolean =>
  message.includes('AssertionError') ||
  /^Error: promise (?:resolved|rejected) .*instead of/s.test(message) ||
  /^Error: (?:expected |Property failed after )/.test(message)
const firstLine = (text: string): string => text.split('\n').find((line) => line.trim() !== '') ?? ''

export const readVerdict = (report: TestReport, { file, name }: NamedTest): Verdict => {
  const result = report.testResults.find((each) => each.name.replaceAll('\\', '/').endsWith(`/${file}`))
  if (result === undefined) return { outcome: 'broken', reason: `${file} did not run` }
  const named = result.assertionResults.filter(({ fullName }) => name === undefined || fullName.includes(name))
  const failed = named.filter(({ status }) => status === 'failed')
  const red = failed.find(({ failureMessages }) => failureMessages?.some(isAssertion))
  if (red !== undefined) return { outcome: 'red', test: red.fullName.trim() }
  const [broken] = failed.flatMap(({ failureMessages }) => failureMessages ?? [])
  if (broken !== undefined) return { outcome: 'broken', reason: firstLine(broken) }
  // Not one test was run: an import, or what a test needs, failed before.
  if (!named.some(({ status }) => status === 'passed'))
    return { outcome: 'broken', reason: firstLine(result.message ?? '') || 'no test ran' }
  return { outcome: 'survived' }
}
