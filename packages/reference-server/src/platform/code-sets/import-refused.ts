/** One fault of a file to import. Does not repeat text from the file. */
export interface ImportFault {
  /** Base name, if an import reads several files. */
  readonly file?: string
  /** From 1; null if the fault concerns the whole file. */
  readonly line: number | null
  /** The column or field, as named in the documentation of the file; null if the fault concerns the whole line. */
  readonly field: string | null
  readonly remedy: string
}

/** An import that changed nothing. Its message is for the operator: each fault with its location and remedy. */
export class ImportRefused extends Error {
  readonly faults: readonly ImportFault[]
  constructor(what: string, faults: readonly ImportFault[]) {
    const shown = faults.slice(0, mostShown).map((fault) => `- ${describe(fault)}`)
    const more = faults.length - shown.length
    super(
      [
        `${what} cannot be imported; nothing was changed.`,
        ...shown,
        ...(more > 0 ? [`- and ${more} more of the kind.`] : []),
      ].join('\n'),
    )
    this.name = 'ImportRefused'
    this.faults = faults
  }
}

const mostShown = 20

const describe = ({ file, line, field, remedy }: ImportFault): string => {
  const place = [file, line === null ? null : `line ${line}`, field].filter(
    (part) => part !== null && part !== undefined,
  )
  return place.length === 0 ? remedy : `${place.join(', ')}: ${remedy}`
}
