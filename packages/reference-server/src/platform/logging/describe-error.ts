import { Problem } from '../problems/problem.ts'
import type { LogFields } from './logger.ts'

/** Matches only `at fn (file:///…/src/x.ts:3:7)`: a message may contain lines that begin like a frame. */
const isFrame =
  /^ {4}at (?:async )?(?:[\w$.<>#[\] ]+ \()?(?:file:\/\/|node:|\/|[A-Za-z]:\\|<anonymous>)\S*?(?::\d+:\d+)?\)?$/

/** Without the folders above `src`, which identify the machine. */
const frame = (line: string): string =>
  line
    .trim()
    .replace(/^at /, '')
    .replace(/(?:file:\/\/)?\/?[^\s(]*\/((?:src|node_modules|dist)\/)/g, '$1')

/** The stack without its initial message, which may span lines. */
const framesOf = ({ stack = '', message }: Error): string[] => {
  const at = message === '' ? -1 : stack.indexOf(message)
  const rest = at === -1 ? stack : stack.slice(at + message.length)
  return rest
    .split('\n')
    .filter((line) => isFrame.test(line))
    .slice(0, 8)
    .map(frame)
}

/**
 * The loggable part of an error: class, code and location. Messages are left out, because databases and libraries quote values in them.
 * The `reason` of a Problem is written by this code and is logged.
 */
export const describeError = (error: unknown): LogFields => {
  if (error instanceof Problem)
    return {
      errorClass: 'Problem',
      code: error.code,
      status: error.status,
      ...(error.reason === undefined ? {} : { reason: error.reason }),
      ...(error.cause === undefined ? {} : causeOf(error.cause)),
    }
  return causeOf(error)
}

const causeOf = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { errorClass: typeof error }
  const code = (error as { code?: unknown }).code
  return {
    errorClass: error.constructor.name,
    ...(typeof code === 'string' ? { errorCode: code.slice(0, 40) } : {}),
    frames: framesOf(error),
  }
}
