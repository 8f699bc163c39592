/** One thing that is wrong with a file which somebody wants to import. Repeats no text that stands there. */
export interface ImportFault {
  /** Base name, where an import reads several. */
  readonly file?: string
  /** From 1; null when it is about the whole file. */
  readonly line: number | null
  /** The column or field, as the file's own documentation calls it; null when it is about the whole line. */
  readonly field: string | null
  readonly remedy: string
}

/** An import that changed nothing. Its message was written for the operator: each fault with its place and what to do. */
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
