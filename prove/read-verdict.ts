import type { NamedTest } from './mutant.ts'

/** The part of Vitest's JSON report that is used. */
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
 * The result of the named test. `red`: an assertion failed, in the given test. All other results prove nothing: no test failed, or
 * something broke before any assertion.
 */
export type Verdict =
  | { readonly outcome: 'red'; readonly test: string }
  | { readonly outcome: 'survived' }
  | { readonly outcome: 'broken'; readonly reason: string }

/** Failed `expect`s of promises and of errors, and failed properties, have another error name. */
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
  // No test was run: an import, or the test's setup, failed before.
  if (!named.some(({ status }) => status === 'passed'))
    return { outcome: 'broken', reason: firstLine(result.message ?? '') || 'no test ran' }
  return { outcome: 'survived' }
}
