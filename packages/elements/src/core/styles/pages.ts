import { css } from 'lit'

/** For the pages of an element of pages: `.lined` lists, `.part`s of a page, and fields in `.pair`s. */
export const pagesStyles = css`
  .picks {
    border-block-start: 1px solid var(--_line);
  }
  .lined > li {
    padding-block: calc(var(--_s) * 3);
  }
  .lined > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .part {
    border-block-start: 1px solid var(--_line);
    padding-block-start: calc(var(--_s) * 4);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(10em, 100%), 1fr));
    gap: calc(var(--_s) * 4);
  }
  .text-block {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .within {
    padding: calc(var(--_s) * 3);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  .narrow {
    max-inline-size: 38em;
  }
`
