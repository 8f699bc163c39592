import type { CheckoutSession, TestCard } from './processor-ledger.ts'

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

export const dollars = (cents: number): string => `$${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<main>
<p class="brand">Sample Pay <span class="sandbox">simulated: no money moves</span></p>
${body}
</main>
</body>
</html>
`

const choices: Readonly<Record<TestCard, { readonly name: string; readonly hint: string }>> = {
  succeeds: { name: 'Sample card: pays', hint: 'The payment goes through at once.' },
  declined: { name: 'Sample card: declined', hint: 'The bank says no. You can choose another.' },
  'needs-confirmation': { name: 'Sample card: asks you', hint: 'The bank wants you to confirm first.' },
  slow: { name: 'Sample bank account: slow', hint: 'The money arrives a moment later.' },
  'slow-then-fails': { name: 'Sample bank account: bounces', hint: 'It looks fine at first, and fails later.' },
}

/** The hosted page. It has no field for a number, so that a real card number cannot be entered in a demonstration. */
export const checkoutPage = (session: CheckoutSession, fault: string | null): string => {
  const options = Object.entries(choices).map(
    (
      [card, { name, hint }],
      index,
    ) => `<li><input type="radio" name="card" id="${card}" value="${card}"${index === 0 ? ' checked' : ''}>
<label for="${card}"><span class="name">${name}</span> <span class="hint">${hint}</span></label></li>`,
  )
  const alert = fault === null ? '' : `<p class="fault" role="alert">${escape(fault)}</p>`
  return page(
    `${fault === null ? '' : 'Error: '}Pay ${dollars(session.amount_total)}`,
    `<h1>${escape(session.label)}</h1>
<p class="amount">${dollars(session.amount_total)}</p>
${alert}
<form method="post" action="/pay/${session.id}">
<fieldset>
<legend>Pay with</legend>
<ul>
${options.join('\n')}
</ul>
</fieldset>
<button type="submit">Pay ${dollars(session.amount_total)}</button>
</form>
<p><a href="${escape(session.cancel_url)}">Go back without paying</a></p>`,
  )
}

export const confirmationPage = (session: CheckoutSession): string =>
  page(
    'Confirm the payment',
    `<h1>Sample Bank asks: is this you?</h1>
<p>${escape(session.label)}: ${dollars(session.amount_total)}</p>
<form method="post" action="/pay/${session.id}/confirm">
<button type="submit" name="answer" value="yes">Yes, pay</button>
<button type="submit" name="answer" value="no" class="quiet">No, stop</button>
</form>`,
  )

export const closedPage = (session: CheckoutSession): string =>
  page(
    'Nothing to pay here',
    `<h1>Nothing to pay here</h1>
<p>This payment is ${session.status === 'expired' ? 'no longer open' : 'done'}. Nothing was taken now.</p>
<p><a href="${escape(session.success_url)}">Go back</a></p>`,
  )

export const styleSheet = `
:root { color-scheme: light; --accent: #1f4e8c; --ink: #1d2733; --quiet: #52606d; --line: #cbd2d9; --fault: #a4161a; }
* { box-sizing: border-box; }
body { margin: 0; background: #f5f7f8; color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-inline-size: 28rem; margin: 8vh auto; padding: 2rem; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
.brand { margin: 0 0 1rem; color: var(--accent); font-weight: 600; }
.sandbox { color: var(--quiet); font-weight: 400; }
h1 { margin: 0; font-size: 1.25rem; }
.amount { margin: 0.25rem 0 1rem; font-size: 2rem; font-variant-numeric: tabular-nums; }
.fault { padding: 0.5rem 0.75rem; border-inline-start: 4px solid var(--fault); color: var(--fault); font-weight: 600; }
fieldset { margin: 0 0 1.5rem; padding: 0; border: 0; }
legend { padding: 0; font-weight: 600; }
ul { margin: 0.5rem 0 0; padding: 0; list-style: none; }
li { display: flex; gap: 0.75rem; align-items: center; min-block-size: 44px; padding: 0.25rem 0; }
.name, .hint { display: block; }
.hint { color: var(--quiet); font-size: 0.875rem; }
button { min-block-size: 44px; padding: 0 1rem; border: 1px solid var(--accent); border-radius: 4px; background: var(--accent); color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
.quiet { background: #fff; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`
