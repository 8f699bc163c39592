import type { Mail } from '../packages/sandbox/src/mail/mail.ts'

/** Waits for the newest mail with this subject. */
export const mailTo = async (inboxUrl: string, address: string, subject: string): Promise<Mail> => {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const answer = await fetch(`${inboxUrl}?${new URLSearchParams({ to: address })}`)
    const { items } = (await answer.json()) as { items: readonly Mail[] }
    const found = items.find((mail) => mail.subject === subject)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`Waited 30 seconds for the mail "${subject}".`)
}

/** The address on this page of the portal in a mail. */
export const linkTo = (path: string, { text }: Mail): string => {
  const link = text.match(/https?:\/\/\S+/g)?.find((address) => new URL(address).pathname === path)
  if (link === undefined) throw new Error(`The mail leads nowhere to ${path}`)
  return link
}
