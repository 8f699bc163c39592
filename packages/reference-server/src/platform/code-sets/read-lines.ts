import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { ImportRefused } from './import-refused.ts'

export interface FileLine {
  /** From 1. */
  readonly line: number
  readonly text: string
}

/** Longer lines are in no published file, and a file without line breaks would be read into memory as one. */
const longestLine = 1_000_000

/**
 * The lines of a file, one after the other: releases are larger than the memory. A byte order mark is left out. Throws ImportRefused at a
 * line that is too long.
 */
export async function* readFileLines(path: string, what: string, longest = longestLine): AsyncGenerator<FileLine> {
  let line = 0
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>) {
    const texts = (rest + chunk).split('\n')
    rest = texts.pop() ?? ''
    for (const text of texts) {
      line += 1
      yield { line, text: lineText(text, line) }
    }
    if (rest.length > longest)
      throw new ImportRefused(what, [
        {
          file: basename(path),
          line: line + 1,
          field: null,
          remedy: `A line has at most ${longest} characters: take the file as it was published, unpacked.`,
        },
      ])
  }
  if (rest !== '') yield { line: line + 1, text: lineText(rest, line + 1) }
}

const lineText = (text: string, line: number): string => {
  const ended = text.endsWith('\r') ? text.slice(0, -1) : text
  return line === 1 && ended.startsWith('\uFEFF') ? ended.slice(1) : ended
}
