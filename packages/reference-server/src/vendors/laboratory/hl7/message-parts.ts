/**
 * The patient's parts of a message: each is a message of its own, with the segments before the first patient and the unchanged bytes of one
 * PID and what follows it. A message without a patient is one part.
 */
export const partsOf = (bytes: Uint8Array): Uint8Array[] => {
  const message = Buffer.from(bytes)
  const starts: number[] = []
  for (let from = message.indexOf(13); from >= 0; from = message.indexOf(13, from + 1)) {
    const at = message[from + 1] === 10 ? from + 2 : from + 1
    // The field separator is the message's own.
    if (message.toString('latin1', at, at + 3) === 'PID' && message[at + 3] === message[3]) starts.push(at)
  }
  const [first] = starts
  if (first === undefined) return [message]
  const common = message.subarray(0, first)
  return starts.map((start, index) => Buffer.concat([common, message.subarray(start, starts[index + 1])]))
}
