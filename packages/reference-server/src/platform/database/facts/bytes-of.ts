/** About the memory that a value of rows takes: texts, numbers, dates, bytes, lists and objects of them. */
export const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return 16 + 2 * value.length
  if (typeof value !== 'object' || value === null) return 8
  if (value instanceof Uint8Array) return 96 + value.byteLength
  if (value instanceof Date) return 32
  if (value instanceof Map) return bytesOf([...value])
  let bytes = 48
  for (const part of Object.values(value)) bytes += 8 + bytesOf(part)
  return bytes
}
