/** How a fictional person looks in the pictures of the docs: drawn, so that no real face is used. */
export interface DrawnPerson {
  readonly wall: readonly [string, string]
  readonly skin: string
  readonly hair: string
  readonly clothes: string
  readonly coat: boolean
  readonly longHair: boolean
}

export const drawnClinician: DrawnPerson = {
  wall: ['#dfe9ea', '#c4d6d8'],
  skin: '#7a4b33',
  hair: '#1d1512',
  clothes: '#2f7f86',
  coat: true,
  longHair: false,
}
export const drawnPatient: DrawnPerson = {
  wall: ['#f0e6d8', '#e0cfb8'],
  skin: '#d8a27e',
  hair: '#5a3a2a',
  clothes: '#7a5c86',
  coat: false,
  longHair: true,
}

/** One frame, 640 x 480. `sway` from -1 to 1 moves the head a little; `blink` closes the eyes; `talk` from 0 to 1 opens the mouth. */
export const drawPerson = (person: DrawnPerson, sway: number, blink: boolean, talk: number): string => {
  const x = 320 + sway * 6
  const tilt = sway * 1.5
  const coat = person.coat
    ? `<path d="M150 480c6-86 70-122 170-122s164 36 170 122z" fill="#f7fafb"/><path d="M262 362l58 92 58-92-26-10h-64z" fill="${person.clothes}"/><path d="M262 362l34 118h-60zM378 362l-34 118h60z" fill="#e6edf0"/>`
    : `<path d="M150 480c6-86 70-122 170-122s164 36 170 122z" fill="${person.clothes}"/><path d="M276 356c10 34 78 34 88 0l-8-8h-72z" fill="${person.skin}"/>`
  const eye = (at: number): string =>
    blink
      ? `<path d="M${at - 11} 226q11 6 22 0" stroke="#2a1c15" stroke-width="3.5" fill="none" stroke-linecap="round"/>`
      : `<ellipse cx="${at}" cy="225" rx="7" ry="8" fill="#2a1c15"/><circle cx="${at + 2.5}" cy="222" r="2.2" fill="#fff"/>`
  const longHair = person.longHair
    ? `<path d="M${x - 96} 212c-16 96-10 148 14 176h36l-12-120zM${x + 96} 212c16 96 10 148-14 176h-36l12-120z" fill="${person.hair}"/>`
    : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480" width="640" height="480">
<defs><linearGradient id="w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${person.wall[0]}"/><stop offset="1" stop-color="${person.wall[1]}"/></linearGradient></defs>
<rect width="640" height="480" fill="url(#w)"/>
<rect x="40" y="60" width="120" height="150" rx="6" fill="#fff" opacity=".55"/><rect x="52" y="72" width="96" height="126" rx="3" fill="${person.wall[1]}" opacity=".8"/>
<path d="M540 480c-6-90 8-150 34-190M556 360c-30-30-34-64-22-92 22 18 32 52 22 92zM566 330c34-18 44-48 42-80-30 10-48 40-42 80z" fill="#6f9c7c" opacity=".75"/>
<g transform="rotate(${tilt} 320 400)">${longHair}
${coat}
<rect x="${x - 30}" y="296" width="60" height="72" rx="24" fill="${person.skin}"/>
<ellipse cx="${x}" cy="226" rx="84" ry="100" fill="${person.skin}"/>
<path d="M${x - 90} 226c-10-88 36-134 92-134s98 44 88 134c-8-34-26-58-48-70-38 22-90 22-112 8-10 14-16 36-20 62z" fill="${person.hair}"/>
${eye(x - 32)}${eye(x + 32)}
<path d="M${x - 48} 204q16-10 30-2M${x + 18} 202q16-8 30 2" stroke="${person.hair}" stroke-width="5" fill="none" stroke-linecap="round"/>
<path d="M${x} 232q-8 22 6 26" stroke="#0003" stroke-width="4" fill="none" stroke-linecap="round"/>
<path d="M${x - 26} 276q26 ${16 + talk * 10} 52 0q-26 ${6 + talk * 26} -52 0z" fill="#8d3d3d"/>
</g></svg>`
}
