export type TestProject = 'node' | 'elements' | 'servers' | 'journeys'

/** A test file, or one of its tests, that must notice a mutant. */
export interface NamedTest {
  readonly project: TestProject
  /** Relative to the repository's root. */
  readonly file: string
  /** A part of the full name of one test, which runs alone. Without it the whole file runs, and any of its tests may fail. */
  readonly name?: string
  /** Which run of a test that runs on both engines. Left out: `postgres`. */
  readonly engine?: 'pglite' | 'postgres'
  /** Of a test that runs for each row of a table: a part of the full name that only this row has, before the name. */
  readonly row?: string
}

/** One safeguard disabled by changing one place of one file. */
export interface Mutant {
  /** `C16-one-nonce-for-all`: the control or the group, then what is disabled. */
  readonly id: string
  /** Relative to the repository's root. */
  readonly file: string
  /** Occurs in the file exactly once. */
  readonly find: string
  readonly replace: string
  /** Each of them must fail. */
  readonly tests: readonly [NamedTest, ...NamedTest[]]
}

/** The promises of a control, or of a group of safeguards: each clause as text, and the mutants that show what enforces it. */
export interface Promised {
  /** `C16`, or a group that is not a control, such as `composition`. */
  readonly subject: string
  readonly clauses: Readonly<Record<string, readonly [Mutant, ...Mutant[]]>>
}

/** A mutant with the clause that it breaks. */
export interface ListedMutant extends Mutant {
  readonly subject: string
  readonly clause: string
}

export const listMutants = (promises: readonly Promised[]): readonly ListedMutant[] =>
  promises.flatMap(({ subject, clauses }) =>
    Object.entries(clauses).flatMap(([clause, mutants]) => mutants.map((mutant) => ({ ...mutant, subject, clause }))),
  )

const testIn =
  (project: TestProject, folder: string) =>
  (file: string, name?: string, engine?: NamedTest['engine']): NamedTest => ({
    project,
    file: folder + file,
    ...(name !== undefined && { name }),
    ...(engine !== undefined && { engine }),
  })

/** Tests of the server's code, of the elements in a browser, of whole servers, of the demo in browsers, of the other packages and of the scripts. */
export const serverTest = testIn('node', 'packages/reference-server/src/')
export const elementTest = testIn('elements', 'packages/elements/')
export const wholeServerTest = testIn('servers', 'tests/')
export const journeyTest = testIn('journeys', 'tests/')
export const packageTest = testIn('node', 'packages/')
export const scriptTest = testIn('node', 'scripts/')

/** A mutant of the server's code. */
export const inServer = (
  id: string,
  file: string,
  [find, replace]: readonly [find: string, replace: string],
  ...tests: Mutant['tests']
): Mutant => ({ id, file: `packages/reference-server/${file}`, find, replace, tests })

/** A mutant of any other file. */
export const inFile = (
  id: string,
  file: string,
  [find, replace]: readonly [find: string, replace: string],
  ...tests: Mutant['tests']
): Mutant => ({ id, file, find, replace, tests })
