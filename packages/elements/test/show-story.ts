import { html, nothing, render } from 'lit'
import { deepQuery, waitFor, type Story } from './story.ts'

/** The modes in which each story is checked. */
export const modes = {
  light: { lang: 'en', dir: 'ltr', scheme: 'light', width: 1024 },
  dark: { lang: 'en', dir: 'ltr', scheme: 'dark', width: 1024 },
  arabic: { lang: 'ar', dir: 'rtl', scheme: 'light', width: 390 },
  narrow: { lang: 'en', dir: 'ltr', scheme: 'light', width: 320 },
  spanish: { lang: 'es', dir: 'ltr', scheme: 'light', width: 320 },
} as const

export type Mode = keyof typeof modes

/** Every story of the package: file name without its extension, story name, story. `only` avoids loading the other files. */
export const findStories = async (only = ''): Promise<{ file: string; name: string; story: Story }[]> => {
  const files = import.meta.glob<Record<string, Story>>('../src/**/*.stories.ts')
  const named = Object.entries(files).map(([path, load]) => ({
    file: path.split('/').at(-1)!.replace('.stories.ts', ''),
    load,
  }))
  const stories = await Promise.all(
    named
      .filter(({ file }) => file.startsWith(only))
      .map(async ({ file, load }) =>
        Object.entries(await load())
          .filter(([name]) => name !== 'default')
          .map(([name, story]) => ({ file, name, story })),
      ),
  )
  return stories.flat()
}

/** Gives the page the language, direction and colors of a mode. */
export const showIn = (mode: Mode): void => {
  const { lang, dir, scheme } = modes[mode]
  Object.assign(document.documentElement, { lang, dir })
  document.documentElement.style.colorScheme = scheme
  document.body.style.background = scheme === 'dark' ? '#101a21' : '#f4f7f8'
}

/** Renders a story in a page with its language, direction and color scheme, plays it, and waits until nothing is loading. */
export const showStory = async (story: Story, mode: Mode): Promise<HTMLElement> => {
  hideStory()
  showIn(mode)
  document.title = 'Story'
  document.body.style.margin = '0'
  render(
    html`<main>
      <h1 class="title">Story</h1>
      <div class="canvas">${story.render()}</div>
    </main>`,
    document.body,
  )
  // The page's own heading is only needed for the outline.
  const title = document.querySelector<HTMLElement>('.title')
  if (title)
    title.style.cssText = 'position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;margin:0'
  const canvas = document.querySelector<HTMLElement>('.canvas')
  if (!canvas) throw new Error('The story has no canvas')
  // The element has its own padding of 16 px on each side.
  canvas.style.maxWidth = `${(story.width ?? 640) + 32}px`
  canvas.style.marginInline = 'auto'
  await quiet(canvas)
  await story.play?.({ canvasElement: canvas })
  await quiet(canvas)
  return canvas
}

/** Empties the page, like leaving it. */
export const hideStory = (): void => void render(nothing, document.body)

/** Waits until every element has rendered and, unless that is the story, none is loading. */
const quiet = async (canvas: HTMLElement): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 60))
  await waitFor(() => !deepQuery(canvas, ':not(:defined)'), 'every element to be defined')
  const until = performance.now() + 1500
  while (deepQuery(canvas, '[aria-busy="true"]') && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)))
}
