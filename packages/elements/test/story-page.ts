import { setPageClock } from './page-clock.ts'
import { findStories, showStory, type Mode } from './show-story.ts'

declare global {
  interface Window {
    /** For `screenshots.ts`: the list of stories, and a function to show one. */
    stories: { list(): { file: string; name: string }[]; show(file: string, name: string, mode: Mode): Promise<void> }
  }
}

setPageClock()
const found = await findStories(new URLSearchParams(location.search).get('only') ?? '')

window.stories = {
  list: () => found.map(({ file, name }) => ({ file, name })),
  show: async (file, name, mode) => {
    const story = found.find((one) => one.file === file && one.name === name)?.story
    if (!story) throw new Error(`There is no story ${file}: ${name}`)
    await showStory(story, mode)
  },
}
