/**
 * The question to which a problem's pointer refers: `question:<linkId>` for one that is not in the body, `/answers/<index>` for one of the
 * answers that were sent.
 */
export const faultyQuestion = (pointer: string, sent: readonly { readonly linkId: string }[]): string => {
  const [, name = ''] = /^(?:question:|\/answers\/)([^/]*)/.exec(pointer) ?? []
  return (/^\d+$/.test(name) ? sent[Number(name)]?.linkId : undefined) ?? name
}
