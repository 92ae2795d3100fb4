/** Under which terms the published numbers may be used: said in every file that is taken away. */
export const dataLicence = { name: "CC BY 4.0", address: "https://creativecommons.org/licenses/by/4.0/" } as const;
