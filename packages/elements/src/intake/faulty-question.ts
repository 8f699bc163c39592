/**
 * Which question a problem points at: `question:<linkId>` names one that stands nowhere in the body, `/answers/<index>` one of the
 * answers that were sent.
 */
export const faultyQuestion = (pointer: string, sent: readonly { readonly linkId: string }[]): string => {
  const [, name = ''] = /^(?:question:|\/answers\/)([^/]*)/.exec(pointer) ?? []
  return (/^\d+$/.test(name) ? sent[Number(name)]?.linkId : undefined) ?? name
}
