import TestSupport
import Testing
import Tokens

@Suite struct PolicyTests {
    @Test("Anybody may see and delete themselves", .exercise("claims.2"))
    func letsEverybodyAtThemselves() async throws {
        try await judge(server: product) { api in
            let ana = try await api.newMember()
            try await api.see(ana.id, as: ana).expectUser(
                "ana sees herself", ana.id, ana.username, isAdmin: false, because: "It is her account.")
            try await api.delete(ana.id, as: ana).expect(
                "and deletes herself", status: 204, because: "She need not ask anybody for leave.")
        }
    }

    @Test("An admin may see everybody, name other admins and delete anybody", .exercise("claims.2"))
    func letsAdminsAtEverybody() async throws {
        try await judge(adminOf: product) { api, admin in
            let root = try await api.enter(admin)
            let adele = try await api.newAdmin(by: root)
            let ana = try await api.newMember()
            for chief in [root, adele] {
                try await api.see(ana.id, as: chief).expectUser(
                    "\(chief.username) sees ana", ana.id, ana.username, isAdmin: false,
                    because: "An admin is whoever the column says, not who was there first.")
                try await api.setRole(of: ana.id, false, as: chief).expect(
                    "and may decide on her role", status: 200, because: "Admins make admins.")
            }
            try await api.delete(ana.id, as: adele).expect(
                "and delete her", status: 204, because: "Somebody has to be able to.")
        }
    }

    @Test("Nobody else may do anything to an account", .exercise("claims.2"))
    func keepsStrangersOut() async throws {
        try await judge(adminOf: product) { api, admin in
            let root = try await api.enter(admin)
            let ana = try await api.newMember()
            let ben = try await api.newMember("ben")
            try await api.see(ana.id, as: ben).expectRefused(
                "ben does not see ana", because: "Who you are is settled; what you may do is another question.")
            try await api.delete(ana.id, as: ben).expectRefused("nor delete her", because: "It is not his account.")
            try await api.setRole(of: ana.id, true, as: ben).expectRefused(
                "nor make her an admin", because: "She would return the favour.")
            try await api.setRole(of: ben.id, true, as: ben).expectRefused(
                "nor himself", because: "Oneself is enough to see and to delete, never to rise.")
            try await api.see(ben.id.uppercased(), as: ben).expectRefused(
                "his own id in capitals is not his id", because: "One account has one id, in one spelling.")
            for member in [ana, ben] {
                try await api.see(member.id, as: root).expectUser(
                    "\(member.username) is as before", member.id, member.username, isAdmin: false,
                    because: "A refusal that comes after the deed is none.")
            }
        }
    }

    @Test("Who is an admin no more is refused at the very next request", .exercise("claims.2"))
    func forgetsADemotedAdmin() async throws {
        try await judge(adminOf: product) { api, admin in
            let root = try await api.enter(admin)
            let adele = try await api.newAdmin(by: root)
            let ana = try await api.newMember()
            try await api.see(ana.id, as: adele).expect(
                "adele, an admin, sees ana", status: 200, because: "She may.")
            try await api.setRole(of: adele.id, false, as: root).expect(
                "adele is an admin no more", status: 200, because: "That is what follows is about.")
            try await api.see(ana.id, as: adele).expectRefused(
                "with the same token she does not see ana",
                because: "The token still says is_admin true, and will until it ends. The row says what is so now.")
            try await api.setRole(of: adele.id, true, as: adele).expectRefused(
                "nor does she give herself her rights back", because: "She has none.")
            try await api.delete(ana.id, as: adele).expectRefused("nor delete ana", because: "She has no rights.")
            try await api.see(ana.id, as: root).expect("ana is still there", status: 200, because: "She was spared.")
        }
    }

    @Test("Who becomes an admin need not log in again", .exercise("claims.2"))
    func knowsANewAdminAtOnce() async throws {
        try await judge(adminOf: product) { api, admin in
            let root = try await api.enter(admin)
            let ana = try await api.newMember()
            let ben = try await api.newMember("ben")
            try await api.see(ana.id, as: ben).expectRefused("ben does not see ana", because: "He is no admin.")
            try await api.setRole(of: ben.id, true, as: root).expect(
                "ben is made an admin", status: 200, because: "That is what follows is about.")
            try await api.see(ana.id, as: ben).expect(
                "with the same token he sees her", status: 200,
                because: "What the token says of his role is old, and was never asked.")
        }
    }

    @Test("The first account of a server is nobody special", .exercise("claims.2"))
    func doesNotCountAccounts() async throws {
        try await judge(ownServer: product) { start in
            let api = try start([:])
            let first = try await api.newMember()
            let second = try await api.newMember("ben")
            try await api.see(second.id, as: first).expectRefused(
                "whoever registers first does not see the second",
                because: "On a new server that is whoever was quickest.")
            try await api.setRole(of: first.id, true, as: first).expectRefused(
                "and does not become an admin by asking", because: "Only the configuration makes the first one.")
        }
    }
}
