import {createContext} from 'react'

/** Whether what is rendered stands inside a link, which cannot hold another: links there are just their text. */
export const InsideLink = createContext(false)
