/** The licence of the published numbers, which every exported file names. */
export const dataLicence = { name: "CC BY 4.0", address: "https://creativecommons.org/licenses/by/4.0/" } as const;
