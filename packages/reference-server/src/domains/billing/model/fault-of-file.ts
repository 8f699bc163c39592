/** A file's fault as it is stored: what is wrong, and the tag of the segment where that is known. Nothing of what the file holds. */
export const faultOfFile = ({ code, segment }: { readonly code: string; readonly segment: string | null }): string =>
  segment === null ? code : `${code}:${segment}`

/** The other way around. A fault of ours, such as `DatabaseError 23505`, names no segment. */
export const partsOfFault = (fault: string): { readonly fault: string; readonly segment?: string } => {
  const [code = fault, segment] = fault.split(':', 2)
  return segment === undefined ? { fault } : { fault: code, segment }
}
