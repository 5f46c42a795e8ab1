/** The version of the Content Lake's API that the Studio's lists and Vision ask for. */
export const API_VERSION = '2025-02-19'
