/// What a compiler's driver does to link: it lists the libraries that the objects ask for, and calls the linker.
struct LinkJobs {
    /// Nil if the linker needs no list.
    let listLibraries: [String]?
    let link: [String]

    /// - Parameter list: where the list is put: the driver would put it into a folder that it removes.
    init?(_ arguments: CompilerArguments, listingIn list: String, in folder: String) {
        guard let jobs = DriverJobs(arguments, in: folder)?.commands, let link = jobs.last else { return nil }
        let listing = jobs.first { $0.first?.hasSuffix("autolink-extract") == true }
        let planned = Self(listLibraries: listing, link: link)
        self = listing?.last.map { planned.replacing($0, with: list) } ?? planned
    }

    private init(listLibraries: [String]?, link: [String]) {
        (self.listLibraries, self.link) = (listLibraries, link)
    }

    /// With another name of a file.
    func replacing(_ name: String, with other: String) -> Self {
        Self(
            listLibraries: listLibraries?.map { $0.replacing(name, with: other) },
            link: link.map { $0.replacing(name, with: other) })
    }

    func with(link: [String]) -> Self { Self(listLibraries: listLibraries, link: link) }
}
