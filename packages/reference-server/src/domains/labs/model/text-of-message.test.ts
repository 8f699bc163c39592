import { expect, test } from 'vitest'
import { textOfMessage } from './text-of-message.ts'

test.each([
  ['UTF-8', 'PID|1||||Núñez^Ana\rOBR|1\r', 'utf8'],
  ['Latin-1', 'PID|1||||Núñez^Ana\r\nOBR|1\r\n', 'latin1'],
] as const)('reads %s, with a segment on each line', (_name, message, encoding) => {
  expect(textOfMessage(Buffer.from(message, encoding))).toBe('PID|1||||Núñez^Ana\nOBR|1')
})
