/** A member of the object at the top of a JSON file, or one element of its large array. */
export interface JsonMember {
  /** The member's name. */
  readonly name: string
  readonly text: string
  /** The line on which it begins, from 1. */
  readonly line: number
}

/** Why a file cannot be scanned, as a remedy, and where. */
export class JsonUnreadable extends Error {
  readonly line: number
  constructor(line: number, remedy: string) {
    super(remedy)
    this.name = 'JsonUnreadable'
    this.line = line
  }
}

/** Of openFDA's largest labels, with room. */
const longestMember = 32_000_000

/**
 * The members of the object in a JSON file whose values are objects or arrays; of the array `large`, each element for itself, so that a
 * file of any size is read with the memory of one element. Throws JsonUnreadable if the file ends before the object does, or is none.
 */
export async function* scanJsonMembers(
  chunks: AsyncIterable<string>,
  large: string,
  longest = longestMember,
): AsyncGenerator<JsonMember> {
  let [depth, line, began] = [0, 1, 1]
  let [inText, isEscaped, isInLarge, isEnded] = [false, false, false, false]
  /** The last text at the top: the name of the member that follows. */
  let name = ''
  /** The beginning of that text in earlier chunks. */
  let nameBegan = ''
  /** The member that is being read, as far as it was read in earlier chunks; null between members. */
  let kept: string | null = null
  for await (const chunk of chunks) {
    let start = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const character = chunk.charCodeAt(at)
      if (inText) {
        if (isEscaped) isEscaped = false
        else if (character === backslash) isEscaped = true
        else if (character === quote) {
          inText = false
          if (kept === null) {
            name = nameBegan + chunk.slice(start, at)
            nameBegan = ''
          }
        }
        continue
      }
      if (character === newLine) line += 1
      if (isSpace(character)) continue
      const base = isInLarge ? 2 : 1
      if (character === quote) {
        inText = true
        if (kept === null) {
          if (depth !== 1) throw new JsonUnreadable(line, notPublished)
          start = at + 1
        }
      } else if (isOpening(character)) {
        if (isEnded || (depth === 0 && character !== brace)) throw new JsonUnreadable(line, notPublished)
        if (depth === 1 && kept === null && name === large && character === bracket) isInLarge = true
        else if (depth === base && kept === null) {
          if (isInLarge && character !== brace) throw new JsonUnreadable(line, notPublished)
          kept = ''
          start = at
          began = line
        }
        depth += 1
      } else if (isClosing(character)) {
        depth -= 1
        if (kept !== null && depth === base) {
          yield { name, text: kept + chunk.slice(start, at + 1), line: began }
          kept = null
        } else if (isInLarge && depth === 1) isInLarge = false
        else if (depth === 0) isEnded = true
        if (depth < 0) throw new JsonUnreadable(line, notPublished)
      } else if (depth === 0 || (isInLarge && kept === null && character !== comma))
        throw new JsonUnreadable(line, notPublished)
    }
    if (kept !== null) {
      kept += chunk.slice(start)
      if (kept.length > longest) throw new JsonUnreadable(began, notPublished)
    } else if (inText) {
      nameBegan += chunk.slice(start)
      if (nameBegan.length > longest) throw new JsonUnreadable(line, notPublished)
    }
  }
  if (!isEnded) throw new JsonUnreadable(line, 'The file ends too early: download and unpack it again.')
}

const notPublished = 'This is not the file as it was published: download and unpack it again.'
const [backslash, quote, newLine, brace, bracket, comma] = [92, 34, 10, 123, 91, 44]
const isSpace = (character: number): boolean =>
  character === 32 || character === newLine || character === 13 || character === 9
const isOpening = (character: number): boolean => character === brace || character === bracket
const isClosing = (character: number): boolean => character === 125 || character === 93
